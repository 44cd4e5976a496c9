// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

/// An account whose owner's one signature carries out several calls, all of them or none.
contract SmartAccount {
    struct Call {
        address to;
        bytes data;
    }

    address public immutable owner;

    constructor(address owner_) {
        owner = owner_;
    }

    function executeBatch(Call[] calldata calls) external {
        require(msg.sender == owner, "SmartAccount: not the owner");
        for (uint256 i; i < calls.length; ++i) {
            (bool done, bytes memory why) = calls[i].to.call(calls[i].data);
            if (!done) {
                assembly {
                    revert(add(why, 0x20), mload(why))
                }
            }
        }
    }

    function onERC721Received(address, address, uint256, bytes calldata) external pure returns (bytes4) {
        return 0x150b7a02;
    }
}
